package org.zhitu.server.sparql;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.modify.request.UpdateWithUsing;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.server.problem.ProblemException;
import org.zhitu.server.web.Etag;

/**
 * Answers the update operation of the SPARQL protocol: on graphs of the users' own, all of an update or nothing of it.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#update-operation">SPARQL 1.1 Protocol, section 2.2</a>
 */
final class UpdateEndpoint {
    private final Updates updates;
    private final KnowledgeStore store;
    private final WriteAccess access;

    UpdateEndpoint(Updates updates, KnowledgeStore store, WriteAccess access) {
        this.updates = updates;
        this.store = store;
        this.access = access;
    }

    ServerResponse answer(ServerRequest request) {
        access.require(request);
        long since = System.nanoTime();
        ProtocolRequest.Change asked = ProtocolRequest.Change.read(
                request.servletRequest(), updates.limits().text());
        UpdateRequest update = Updates.parse(
                asked.update(), request.uriBuilder().replaceQuery(null).build().toString());
        if (!asked.usingGraphs().isEmpty() || !asked.usingNamedGraphs().isEmpty()) {
            update.getOperations().forEach(operation -> use(operation, asked.usingGraphs(), asked.usingNamedGraphs()));
        }
        List<String> ifMatch = request.headers().header("If-Match");
        updates.run(update, since, reader -> {
            if (!Etag.matches(ifMatch, Etag.of(reader.revision()), true)) {
                throw new ProblemException(412, "changed-meanwhile");
            }
        });
        return ServerResponse.noContent().eTag(Etag.of(store.revision())).build();
    }

    private static void use(Update operation, List<String> graphs, List<String> named) {
        if (operation instanceof UpdateWithUsing modify) {
            if (modify.getWithIRI() != null
                    || !modify.getUsing().isEmpty()
                    || !modify.getUsingNamed().isEmpty()) {
                throw new ProblemException(400, "two-datasets");
            }
            graphs.stream().<Node>map(NodeFactory::createURI).forEach(modify::addUsing);
            named.stream().<Node>map(NodeFactory::createURI).forEach(modify::addUsingNamed);
        }
    }
}
