package org.zhitu.graph.store;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.zhitu.graph.SmallWorld;
import org.zhitu.graph.SmallWorld.Content;

/** Opens a store, tells what it has done, and waits to be killed. Arguments: the folder, then {@code hold} or {@code write}. */
final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (KnowledgeStore store = KnowledgeStore.open(Path.of(arguments[0]))) {
            if (arguments[1].equals("write")) {
                String note = SmallWorld.IRIS.noteGraph("笔记.rst");
                Content first = SmallWorld.parse("<x:first> <x:p> 1 .");
                store.write(writer -> writer.replace(note, first.statements(), first.evidence(), "first"));
                out.println("written");
                StringBuilder many = new StringBuilder();
                for (int i = 0; i < 20_000; i++) {
                    many.append("<x:s%d> <x:p> %d .\n".formatted(i, i));
                }
                Content second = SmallWorld.parse(many.toString());
                store.write(writer -> {
                    writer.replace(note, second.statements(), second.evidence(), "second");
                    out.println("in the middle");
                    waitForEver();
                });
            }
            out.println("open");
            waitForEver();
        }
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
