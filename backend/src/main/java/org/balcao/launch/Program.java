package org.balcao.launch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What runs once everything is started: a command, or the server until it is asked to stop. */
public class Program implements QuarkusApplication {
    private final Instance<Command> commands;
    private final Instance<Welcome> welcomes;
    private final int port;

    Program(
            @Any Instance<Command> commands,
            @Any Instance<Welcome> welcomes,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.commands = commands;
        this.welcomes = welcomes;
        this.port = port;
    }

    @Override
    public int run(String... arguments) {
        if (arguments.length > 0) {
            return commands.stream()
                    .filter(command -> command.name().equals(arguments[0]))
                    .findFirst()
                    .map(command -> command.run(List.of(arguments).subList(1, arguments.length)))
                    .orElseGet(() -> unknown(arguments[0]));
        }
        welcomes.stream().forEach(welcome -> System.out.println(welcome.line()));
        System.out.println(
                "Balcão is open: http://localhost:" + port + "/   API: /api/   its documentation: /api/docs");
        System.out.flush();
        Quarkus.waitForExit();
        return 0;
    }

    private int unknown(String name) {
        var known = commands.stream().map(Command::name).sorted().collect(Collectors.joining(", "));
        System.err.println("There is no command " + name + "; known: " + known + ". Without a command Balcão serves.");
        return 2;
    }
}
