package org.zhitu.graph.store;

import java.nio.file.Path;

/** The store is open already: two processes must not write to one folder. */
public final class StoreInUseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String folder;

    public StoreInUseException(Path folder, Throwable cause) {
        super(
                "the store in " + folder + " is open already (usually by another zhitu process): "
                        + "stop that one, or choose another folder with --data",
                cause);
        this.folder = folder.toString();
    }

    /** Returns the folder of the store. */
    public Path folder() {
        return Path.of(folder);
    }
}
