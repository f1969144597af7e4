package org.balcao.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** The two doors of the program: one for everybody, one for those who run it. */
record Ports(int everybody, int management) {
    private static final int EVERYBODY = 8080;
    private static final int MANAGEMENT = 9000;

    /** As {@code PORT} and {@code MANAGEMENT_PORT} say. Nobody asked for 9000 by name, so another free one does as well. */
    static Ports of(Map<String, String> environment) {
        int everybody = number(environment, "PORT", EVERYBODY);
        int management = number(environment, "MANAGEMENT_PORT", MANAGEMENT);
        if (!isFree(everybody)) {
            throw new CannotStart(
                    "port " + everybody + " is taken: stop what uses it, or choose another with PORT=8081");
        }
        if (!isFree(management)) {
            if (environment.containsKey("MANAGEMENT_PORT")) {
                throw new CannotStart("port " + management + " is taken: choose another with MANAGEMENT_PORT");
            }
            management = 0;
        }
        return new Ports(everybody, management);
    }

    /** Makes these the doors of the application that is about to start. */
    void use() {
        System.setProperty("quarkus.http.port", String.valueOf(everybody));
        System.setProperty("quarkus.management.port", String.valueOf(management));
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        var given = environment.get(name);
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        if (!given.matches("\\d{1,5}") || Integer.parseInt(given) > 65_535) {
            throw new CannotStart(name + " must be a port number, not '" + given + "'");
        }
        return Integer.parseInt(given);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
