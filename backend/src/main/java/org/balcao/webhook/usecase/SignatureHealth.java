package org.balcao.webhook.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the key is there that listeners know: messages signed with another one are refused by all of them. */
@Readiness
@ApplicationScoped
public class SignatureHealth implements HealthCheck {
    private final Signatures signatures;

    SignatureHealth(Signatures signatures) {
        this.signatures = signatures;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("keys of webhooks");
        try {
            return signatures
                    .missing()
                    .map(folder -> answer.down()
                            .withData("missing", "a file that ends in .key, in " + folder)
                            .withData("do", "put it back from the backup of the keys")
                            .build())
                    .orElseGet(() -> answer.up().build());
        } catch (RuntimeException away) {
            return answer.down()
                    .withData("unknown", "the database does not say whether a key is needed")
                    .build();
        }
    }
}
