package org.balcao.launch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What runs once everything is started: a command, or the server until it is asked to stop. */
public class Program implements QuarkusApplication {
    private final Instance<Command> commands;
    private final Instance<Welcome> welcomes;
    private final HttpServer server;
    private final String host;
    private final String managementHost;
    private final int managementPort;

    Program(
            @Any Instance<Command> commands,
            @Any Instance<Welcome> welcomes,
            HttpServer server,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.management.host") String managementHost,
            @ConfigProperty(name = "quarkus.management.port") int managementPort) {
        this.commands = commands;
        this.welcomes = welcomes;
        this.server = server;
        this.host = host;
        this.managementHost = managementHost;
        this.managementPort = managementPort;
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
        welcomes.stream().flatMap(welcome -> welcome.line().stream()).forEach(System.out::println);
        System.out.println("Health and metrics: http://" + name(managementHost) + ":" + managementPort() + "/q/");
        var ports = PortsFile.of(System.getenv());
        ports.write(server.getPort(), managementPort());
        System.out.println(whereItIs());
        System.out.flush();
        Quarkus.waitForExit();
        ports.remove();
        return 0;
    }

    /** The server knows the port that it chose itself only. */
    private int managementPort() {
        return server.getManagementPort() > 0 ? server.getManagementPort() : managementPort;
    }

    private String whereItIs() {
        var only = isThisMachineOnly() ? " to this machine (HOST=0.0.0.0 opens it to others)" : "";
        return "Balcão is open" + only + ": http://" + name(host) + ":" + server.getPort()
                + "/   API: /api/   its documentation: /api/docs";
    }

    private boolean isThisMachineOnly() {
        return InetAddress.ofLiteral(host).isLoopbackAddress();
    }

    /** The name by which somebody at this machine reaches an address that was opened. */
    private static String name(String host) {
        var address = InetAddress.ofLiteral(host);
        if (address.isAnyLocalAddress() || address.isLoopbackAddress()) {
            return "localhost";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private int unknown(String name) {
        var known = commands.stream().map(Command::name).sorted().collect(Collectors.joining(", "));
        System.err.println("There is no command " + name + "; known: " + known + ". Without a command Balcão serves.");
        return 2;
    }
}
