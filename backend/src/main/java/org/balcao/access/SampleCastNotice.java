package org.balcao.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.balcao.launch.Welcome;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says at the start that invented people can be taken by everybody, while there are any. */
@ApplicationScoped
class SampleCastNotice implements Welcome {
    static final String LINE =
            "Practice: whoever reaches this program can sign in as any of its invented people, the national team among them. "
                    + "For real use name an identity provider: OIDC_AUTH_SERVER_URL.";

    private final String mode;

    SampleCastNotice(@ConfigProperty(name = SignInSource.MODE) String mode) {
        this.mode = mode;
    }

    @Override
    public Optional<String> line() {
        return mode.equals("development") ? Optional.of(LINE) : Optional.empty();
    }
}
