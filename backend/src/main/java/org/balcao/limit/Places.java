package org.balcao.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.balcao.launch.CannotStart;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * From which place a request comes. A proxy is believed if it is named, and nobody else is. What comes from the machine itself and speaks for
 * nobody is the operator, and is not counted, as long as the program keeps its own database; beside a real one it counts as a place like any
 * other, because a proxy that does not tell would else lift every limit.
 */
@ApplicationScoped
public class Places {
    /** The variable that names the proxies. */
    static final String NAMED_BY = "TRUSTED_PROXIES";

    private static final Logger LOG = Logger.getLogger("limits");

    /** Whether requests of the machine itself are counted. */
    enum ThisMachine {
        FREE,
        COUNTED
    }

    private final TrustedProxies proxies;
    private final boolean free;
    private final AtomicBoolean warned = new AtomicBoolean();

    Places(
            @ConfigProperty(name = "balcao.proxies.behind") boolean behindProxy,
            @ConfigProperty(name = "balcao.proxies.trusted") Optional<List<String>> trusted,
            @ConfigProperty(name = "balcao.limits.this-machine") Optional<ThisMachine> thisMachine,
            @ConfigProperty(name = "DATABASE_URL") Optional<String> database) {
        List<String> named = behindProxy ? trusted.orElse(List.of()) : List.of();
        if (behindProxy && named.isEmpty()) {
            throw new CannotStart("BEHIND_PROXY=true needs " + NAMED_BY
                    + ": the addresses, networks or host names of the proxies, such as " + NAMED_BY
                    + "=10.0.0.5,frontend");
        }
        try {
            this.proxies = new TrustedProxies(named, System::nanoTime);
        } catch (IllegalArgumentException malformed) {
            throw new CannotStart(NAMED_BY + ": " + malformed.getMessage());
        }
        this.free =
                thisMachine.orElse(database.isPresent() ? ThisMachine.COUNTED : ThisMachine.FREE) == ThisMachine.FREE;
    }

    /** Whether what the other end of a connection says of whom it asks for, and how they came to it, is believed. */
    public boolean isTrusted(InetAddress peer) {
        return proxies.test(peer);
    }

    /**
     * @param peer who holds the connection
     * @param forwardedFor the values of {@code X-Forwarded-For}
     * @param speaksForOthers whether any header says that a proxy passes it on
     * @return nothing for the machine itself where it is not counted
     */
    public Optional<Place> of(InetAddress peer, List<String> forwardedFor, boolean speaksForOthers) {
        if (!speaksForOthers && free && peer.isLoopbackAddress()) {
            return Optional.empty();
        }
        if (peer.isLoopbackAddress() && !proxies.test(peer) && speaksForOthers && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "A proxy on this machine passes requests on and is not named, so all of them count as one place: set"
                            + " BEHIND_PROXY=true and " + NAMED_BY + "=127.0.0.1");
        }
        return Optional.of(Place.of(ClientAddress.of(peer, forwardedFor, proxies)));
    }
}
