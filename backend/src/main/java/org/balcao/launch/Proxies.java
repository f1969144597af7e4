package org.balcao.launch;

import java.util.Map;
import java.util.stream.Stream;

/** What the environment says of proxies: whoever is behind one says which, since anybody can write the headers of one. */
final class Proxies {
    private Proxies() {}

    /** @throws CannotStart if the program is behind a proxy and none is named */
    static void check(Map<String, String> environment) {
        boolean behind = Stream.of("BEHIND_PROXY", "BALCAO_PROXIES_BEHIND")
                .anyMatch(each ->
                        Boolean.parseBoolean(environment.getOrDefault(each, "").strip()));
        boolean named = Stream.of("TRUSTED_PROXIES", "BALCAO_PROXIES_TRUSTED")
                .anyMatch(each -> !environment.getOrDefault(each, "").isBlank());
        if (behind && !named) {
            throw new CannotStart(
                    "BEHIND_PROXY=true needs TRUSTED_PROXIES: the addresses, networks or host names of the proxies,"
                            + " such as TRUSTED_PROXIES=10.0.0.5,frontend");
        }
    }
}
