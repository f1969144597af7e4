package org.balcao.shared;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the product is for everybody, as {@code BALCAO_PUBLIC_URL} says. The Host header of a request is never asked: whoever sends one could
 * put any name into answers that caches and search engines keep.
 */
@ApplicationScoped
public class PublicUrl {
    private final Optional<String> said;

    PublicUrl(@ConfigProperty(name = "balcao.public.url") Optional<String> said) {
        this.said = said.filter(url -> !url.isBlank()).map(PublicUrl::checked);
    }

    /** Such as {@code https://balcao.example}, without a slash at its end; nothing if nobody said it. */
    public Optional<String> said() {
        return said;
    }

    static String checked(String url) {
        try {
            URI address = URI.create(url.strip());
            boolean isWeb =
                    "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            if (isWeb
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null) {
                return address.toString().replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException noAddress) {
            // said below
        }
        throw new ConfigurationException(
                "BALCAO_PUBLIC_URL must be where the page is for everybody, such as https://balcao.example; not '" + url
                        + "'");
    }
}
