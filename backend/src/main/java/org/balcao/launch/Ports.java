package org.balcao.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Map;

/**
 * Where the program listens: one port for everybody, one for those who run it.
 *
 * @param host the address of this machine that the port for everybody is opened at
 * @param managementHost the same for the port of those who run it
 */
record Ports(String host, int everybody, String managementHost, int management) {
    private static final String THIS_MACHINE_ONLY = "127.0.0.1";
    private static final int EVERYBODY = 8080;
    private static final int MANAGEMENT = 9000;

    /**
     * As {@code HOST}, {@code PORT}, {@code MANAGEMENT_HOST} and {@code MANAGEMENT_PORT} say. Only this machine reaches what nobody opened.
     * Nobody asked for 9000 by name, so another free one does as well.
     */
    static Ports of(Map<String, String> environment) {
        var host = address(environment, "HOST");
        var managementHost = address(environment, "MANAGEMENT_HOST");
        int everybody = number(environment, "PORT", EVERYBODY);
        int management = number(environment, "MANAGEMENT_PORT", MANAGEMENT);
        if (!isFree(host, everybody)) {
            throw new CannotStart(
                    "port " + everybody + " is taken: stop what uses it, or choose another with PORT=8081");
        }
        if (!isFree(managementHost, management)) {
            if (environment.containsKey("MANAGEMENT_PORT")) {
                throw new CannotStart("port " + management + " is taken: choose another with MANAGEMENT_PORT");
            }
            management = 0;
        }
        return new Ports(host, everybody, managementHost, management);
    }

    /** Makes the application that is about to start listen there. */
    void use() {
        System.setProperty("quarkus.http.host", host);
        System.setProperty("quarkus.http.port", String.valueOf(everybody));
        System.setProperty("quarkus.management.host", managementHost);
        System.setProperty("quarkus.management.port", String.valueOf(management));
    }

    private static String address(Map<String, String> environment, String name) {
        var given = environment.get(name);
        if (given == null || given.isBlank()) {
            return THIS_MACHINE_ONLY;
        }
        try {
            var address = InetAddress.getByName(given);
            if (address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null) {
                return address.getHostAddress();
            }
        } catch (UnknownHostException | SocketException notOurs) {
            // said below
        }
        throw new CannotStart(
                name + " must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them; not '"
                        + given + "'");
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

    private static boolean isFree(String host, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
