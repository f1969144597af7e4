package org.balcao.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the keys that what is stored needs are there. Without them paper codes open nothing, people cannot be reached, and the signed
 * roots of events cannot be checked; the node is out of service until they are put back.
 */
@Readiness
@ApplicationScoped
public class KeyHealth implements HealthCheck {
    private final Supplier<List<Path>> missing;
    private final BooleanSupplier lostChains;
    private final Supplier<Path> folder;

    @jakarta.inject.Inject
    KeyHealth(Keys keys) {
        this(keys::missing, keys::hasLostChains, keys::folder);
    }

    KeyHealth(Supplier<List<Path>> missing, BooleanSupplier lostChains, Supplier<Path> folder) {
        this.missing = missing;
        this.lostChains = lostChains;
        this.folder = folder;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("keys of referrals");
        try {
            List<String> gone = new ArrayList<>();
            missing.get().forEach(file -> gone.add(file.toString()));
            if (lostChains.getAsBoolean()) {
                gone.add("the keys of what is sealed, in " + folder.get());
            }
            if (gone.isEmpty()) {
                return answer.up().build();
            }
            return answer.down()
                    .withData("missing", String.join("; ", gone))
                    .withData("do", "put the files back from the backup of the keys")
                    .build();
        } catch (RuntimeException away) {
            return answer.down()
                    .withData("unknown", "the database does not say which keys are needed")
                    .build();
        }
    }
}
