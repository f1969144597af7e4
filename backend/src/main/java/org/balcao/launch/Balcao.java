package org.balcao.launch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the program starts: {@code java -jar quarkus-run.jar} serves, {@code … import --source NAME FILE…} loads records. */
@QuarkusMain
public final class Balcao {
    private Balcao() {}

    public static void main(String... arguments) {
        try {
            System.exit(run(List.of(arguments), System.getenv()));
        } catch (CannotStart reason) {
            System.err.println("Balcão cannot start: " + reason.getMessage());
            System.exit(1);
        }
    }

    private static int run(List<String> arguments, Map<String, String> environment) {
        boolean serving = arguments.isEmpty();
        System.setProperty(
                "vertx.disableURIValidation", "true"); // a malformed address gets our problem, not an empty 400
        if (serving) {
            Proxies.check(environment);
            Ports.of(environment).use();
        } else {
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.management.host-enabled", "false");
            System.setProperty("quarkus.log.level", "WARN");
        }
        var outside = DatabaseAddress.fromEnvironment(environment);
        if (outside.isPresent()) {
            outside.get().reached().use();
            return quarkus(arguments);
        }
        var home = Path.of(environment.getOrDefault("BALCAO_HOME", ".balcao"));
        var running = serving ? null : EmbeddedPostgres.running(home).orElse(null);
        if (running != null) {
            running.use();
            return quarkus(arguments);
        }
        try (var embedded = EmbeddedPostgres.start(home, EmbeddedPostgres.Durability.KEPT)) {
            embedded.address().use();
            return embedded.whileUsedBy(() -> quarkus(arguments));
        }
    }

    /** Runs until the program is asked to stop; what it needs is stopped after it, so that nobody's last request is cut off. */
    private static int quarkus(List<String> arguments) {
        var code = new int[1];
        Quarkus.run(
                Program.class,
                (exit, failure) -> {
                    code[0] = failure == null ? exit : 1;
                    if (failure != null) {
                        System.err.println("Balcão stopped: " + rootOf(failure));
                    }
                },
                arguments.toArray(String[]::new));
        return code[0];
    }

    private static String rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
