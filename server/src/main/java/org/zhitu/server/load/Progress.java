package org.zhitu.server.load;

/** Is told how far a load has come. */
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (done, total) -> {};

    /** Takes note that some of the files are done. */
    void at(int done, int total);
}
