package org.balcao.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Which services take referrals. */
@ApplicationScoped
public class Intakes {
    /** @param sensitive the person's page does not name the service */
    public record Intake(UUID serviceId, UUID organizationId, boolean sensitive) {}

    public Optional<Intake> find(Handle handle, UUID service) {
        return handle.createQuery(
                        "select service_id, organization_id, sensitive from referral.intake where service_id = :service")
                .bind("service", service)
                .map(ConstructorMapper.of(Intake.class))
                .findOne();
    }

    /** All there are: as many as services that organizations opened by hand. */
    public List<Intake> all(Handle handle) {
        return handle.createQuery(
                        "select service_id, organization_id, sensitive from referral.intake order by service_id")
                .map(ConstructorMapper.of(Intake.class))
                .list();
    }

    /** Opens it, or changes one's own; whoever had the service before opened it for other people's trust, so that ends. */
    public void open(Handle handle, Intake intake, Instant now) {
        handle.createQuery("select referral.end_intake_of_another(:serviceId, :organizationId)")
                .bindMethods(intake)
                .mapTo(Boolean.class)
                .one();
        handle.createUpdate("""
                        insert into referral.intake (service_id, organization_id, sensitive, opened_at)
                        values (:serviceId, :organizationId, :sensitive, :now)
                        on conflict (service_id) do update set sensitive = excluded.sensitive""").bindMethods(intake).bind("now", now).execute();
    }

    public boolean close(Handle handle, UUID service) {
        return handle.createUpdate("delete from referral.intake where service_id = :service")
                        .bind("service", service)
                        .execute()
                == 1;
    }
}
