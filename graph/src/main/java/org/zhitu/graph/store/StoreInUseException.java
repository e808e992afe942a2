package org.zhitu.graph.store;

import java.nio.file.Path;

/** Another process has the store open. */
public final class StoreInUseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreInUseException(Path folder, Throwable cause) {
        super("another process has the store in " + folder + " open", cause);
    }
}
