package org.balcao.limit;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose word on who asks is believed: addresses, networks ({@code 10.0.0.0/8}) and names of hosts. A name is looked up again every ten seconds,
 * beside the requests: a container may get another address, and may start later than the program.
 */
final class TrustedProxies implements Predicate<InetAddress> {
    private static final long LOOKED_UP_FOR_NANOS = 10_000_000_000L;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?");

    private record Network(byte[] address, int bits) {
        boolean holds(InetAddress other) {
            byte[] theirs = other.getAddress();
            int rest = address.length * Byte.SIZE - bits;
            return theirs.length == address.length
                    && new BigInteger(1, theirs).shiftRight(rest).equals(new BigInteger(1, address).shiftRight(rest));
        }
    }

    private final List<Network> networks;
    private final List<String> names;
    private final LongSupplier nanos;
    private final AtomicLong lookedUpAt = new AtomicLong();
    private volatile Set<InetAddress> named = Set.of();

    /** @throws IllegalArgumentException naming the entry that is neither an address, a network nor a name */
    TrustedProxies(List<String> entries, LongSupplier nanos) {
        this.nanos = nanos;
        List<Network> found = new ArrayList<>();
        List<String> hosts = new ArrayList<>();
        for (String entry : entries) {
            Optional<Network> network = network(entry.strip());
            if (network.isPresent()) {
                found.add(network.get());
            } else if (NAME.matcher(entry.strip()).matches() && !entry.strip().matches("[\\d.]+")) {
                hosts.add(entry.strip());
            } else {
                throw new IllegalArgumentException(
                        entry + " is no address, network or host name such as 10.0.0.5, 10.0.0.0/8 or frontend");
            }
        }
        this.networks = List.copyOf(found);
        this.names = List.copyOf(hosts);
        lookUp();
    }

    private static Optional<Network> network(String entry) {
        String[] parts = entry.split("/", 2);
        Optional<InetAddress> address = ClientAddress.literal(parts[0]);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int all = address.get().getAddress().length * Byte.SIZE;
        if (parts.length == 1) {
            return Optional.of(new Network(address.get().getAddress(), all));
        }
        return parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= all
                ? Optional.of(new Network(address.get().getAddress(), Integer.parseInt(parts[1])))
                : Optional.empty();
    }

    @Override
    public boolean test(InetAddress address) {
        if (networks.stream().anyMatch(each -> each.holds(address))) {
            return true;
        }
        long before = lookedUpAt.get();
        long now = nanos.getAsLong();
        if (!names.isEmpty() && now - before > LOOKED_UP_FOR_NANOS && lookedUpAt.compareAndSet(before, now)) {
            Thread.ofVirtual().start(this::lookUp);
        }
        return named.contains(address);
    }

    private void lookUp() {
        lookedUpAt.set(nanos.getAsLong());
        named = names.stream().flatMap(TrustedProxies::addressesOf).collect(Collectors.toUnmodifiableSet());
    }

    /** None while nobody has the name. */
    private static Stream<InetAddress> addressesOf(String name) {
        try {
            return Arrays.stream(InetAddress.getAllByName(name));
        } catch (UnknownHostException notYet) {
            return Stream.empty();
        }
    }
}
