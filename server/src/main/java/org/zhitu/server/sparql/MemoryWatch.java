package org.zhitu.server.sparql;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.NotificationEmitter;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * Stops the running queries when a collection of garbage leaves the heap nearly full. Sorting, grouping and DISTINCT keep
 * what they have seen, and no limit on rows or time alone bounds that.
 */
final class MemoryWatch {
    private static final double FULL = 0.85;

    private final Set<QueryExec> running = ConcurrentHashMap.newKeySet();
    private final Set<QueryExec> stopped = ConcurrentHashMap.newKeySet();

    MemoryWatch() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            long most = pool.getUsage().getMax();
            if (pool.getType() == MemoryType.HEAP
                    && pool.isCollectionUsageThresholdSupported()
                    && most > 0
                    && pool.isUsageThresholdSupported()) {
                pool.setCollectionUsageThreshold((long) (most * FULL));
            }
        }
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        if (memory instanceof NotificationEmitter emitter) {
            emitter.addNotificationListener(
                    (notification, handback) -> {
                        if (notification
                                .getType()
                                .equals(MemoryNotificationInfo.MEMORY_COLLECTION_THRESHOLD_EXCEEDED)) {
                            stopAll();
                        }
                    },
                    null,
                    null);
        }
    }

    void begin(QueryExec execution) {
        running.add(execution);
    }

    /** Ends the watch over an execution, and says whether it was stopped. */
    boolean end(QueryExec execution) {
        running.remove(execution);
        return stopped.remove(execution);
    }

    void stopAll() {
        for (QueryExec execution : running) {
            stopped.add(execution);
            execution.abort();
        }
    }
}
