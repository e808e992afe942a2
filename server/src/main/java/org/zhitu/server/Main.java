package org.zhitu.server;

import java.time.Clock;
import java.time.ZoneId;
import org.zhitu.server.cli.CommandLineInterface;
import org.zhitu.server.cli.Terminal;

/** Where the program begins. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int code = new CommandLineInterface(
                        Terminal.system(), ServerApplication::start, Clock.system(ZoneId.systemDefault()))
                .run(arguments);
        System.exit(code);
    }
}
