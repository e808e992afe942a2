package org.zhitu.server;

import java.time.Clock;
import org.zhitu.server.cli.CommandLineInterface;
import org.zhitu.server.cli.Terminal;

/** Where the program begins. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int code = new CommandLineInterface(Terminal.system(), ServerApplication::start, Clock.systemDefaultZone())
                .run(arguments);
        System.exit(code);
    }
}
