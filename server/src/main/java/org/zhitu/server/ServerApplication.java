package org.zhitu.server;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.server.cli.ServerStarter;
import org.zhitu.server.load.NoteLibrary;
import org.zhitu.server.sparql.QueryLimits;
import org.zhitu.server.web.Openness;

/** The web server: the only part that knows Spring. */
@SpringBootApplication(proxyBeanMethods = false)
public class ServerApplication {
    /**
     * Starts to serve what a store knows. The store is closed when the server stops.
     *
     * @param port 0 for any that is free
     */
    public static ServerStarter.RunningServer start(
            int port, Knowledge.Source knowledge, NoteLibrary library, Iris iris) {
        return start(port, knowledge, library, iris, QueryLimits.DEFAULT);
    }

    /** Starts to serve, with limits for queries. */
    static ServerStarter.RunningServer start(
            int port, Knowledge.Source knowledge, NoteLibrary library, Iris iris, QueryLimits limits) {
        SpringApplication application = new SpringApplication(ServerApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("server.port", port));
        CountDownLatch stopped = new CountDownLatch(1);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(KnowledgeStore.class, knowledge::store);
            beans.registerBean(Knowledge.Source.class, () -> knowledge);
            beans.registerBean(NoteLibrary.class, () -> library);
            beans.registerBean(Iris.class, () -> iris);
            beans.registerBean(QueryLimits.class, () -> limits);
            boolean taken = !context.getEnvironment()
                    .getProperty("zhitu.write.token", "")
                    .isBlank();
            beans.registerBean(
                    Openness.class, () -> () -> !taken && library.roots().isEmpty());
            beans.addApplicationListener(event -> {
                if (event instanceof ContextClosedEvent) {
                    stopped.countDown();
                }
            });
        });
        try {
            return new Running(application.run(), stopped);
        } catch (PortInUseException e) {
            throw new ServerStarter.PortInUse(e);
        }
    }

    /** A server and its parts. */
    record Running(ConfigurableApplicationContext context, CountDownLatch stopped)
            implements ServerStarter.RunningServer {
        @Override
        public int port() {
            return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                    .getPort();
        }

        @Override
        public void awaitStop() {
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
