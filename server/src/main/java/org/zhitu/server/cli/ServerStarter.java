package org.zhitu.server.cli;

import org.zhitu.graph.Knowledge;
import org.zhitu.ontology.Iris;
import org.zhitu.server.load.NoteLibrary;

/** Starts the web server. The command line itself knows no web framework, so that every other command starts fast. */
@FunctionalInterface
public interface ServerStarter {
    /**
     * Starts to serve.
     *
     * @param port 0 for any that is free
     * @throws PortInUse if another program listens on the port
     */
    RunningServer start(int port, Knowledge.Source knowledge, NoteLibrary library, Iris iris);

    /** A server that answers. */
    interface RunningServer extends AutoCloseable {
        /** Returns the port it listens on. */
        int port();

        /** Waits until it has stopped. */
        void awaitStop();

        /** Stops it, after the requests that it is answering. */
        @Override
        void close();
    }

    /** Another program listens on the port. */
    final class PortInUse extends RuntimeException {
        private static final long serialVersionUID = 1;

        public PortInUse(Throwable cause) {
            super(cause);
        }
    }
}
