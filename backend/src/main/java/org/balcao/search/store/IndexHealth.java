package org.balcao.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.balcao.search.store.IndexWatch.Seen;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how the index follows. It never takes the node out of service: where the index does not answer, PostgreSQL does, slower and without
 * reasons, and a record that stops the index would stop it on all nodes at once. That is {@code degraded}.
 */
@Readiness
@ApplicationScoped
class IndexHealth implements HealthCheck {

    private final IndexWatch watch;

    IndexHealth(IndexWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        Seen seen = watch.seen();
        return HealthCheckResponse.named("search index")
                .up()
                .withData("state", seen.state().word())
                .withData("degraded", seen.state() != FollowState.FOLLOWING || seen.setAside() > 0)
                .withData("changes_waiting", seen.changes())
                .withData("seconds_waiting", seen.seconds())
                .withData("set_aside", seen.setAside())
                .build();
    }
}
