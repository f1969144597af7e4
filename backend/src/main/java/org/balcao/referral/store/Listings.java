package org.balcao.referral.store;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.balcao.directory.model.Address;
import org.balcao.directory.model.Location;
import org.balcao.directory.model.Phone;
import org.balcao.directory.model.Service;

/** What the directory says of a service now, to be kept with a referral as it was. */
@ApplicationScoped
public class Listings {
    /**
     * @param copy name, organization, telephone and address, as JSON
     * @param active whether it is offered
     */
    public record Listing(UUID serviceId, UUID organizationId, boolean active, String copy) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final EntityManager entities;

    Listings(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<Listing> find(UUID service) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Optional.ofNullable(entities.find(Service.class, service))
                        .map(Listings::copy));
    }

    /** The services that an organization offers, those entered first, at most so many. */
    public List<Listing> of(UUID organization, int most) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities
                        .createQuery(
                                "from Service s where s.organization.id = :organization order by s.position",
                                Service.class)
                        .setParameter("organization", organization)
                        .setMaxResults(most)
                        .getResultList()
                        .stream()
                        .map(Listings::copy)
                        .toList());
    }

    private static Listing copy(Service service) {
        ObjectNode copy = JSON.createObjectNode()
                .put("name", service.name)
                .put("organization", service.organization.name)
                .put("email", service.email);
        Location place = service.serviceAtLocations.stream()
                .map(each -> each.location)
                .filter(each -> !"hidden".equals(each.addressVisibility))
                .findFirst()
                .orElse(null);
        service.phones.stream()
                .findFirst()
                .or(() -> place == null
                        ? Optional.<Phone>empty()
                        : place.phones.stream().findFirst())
                .or(() -> service.organization.phones.stream().findFirst())
                .ifPresent(phone -> copy.put("phone", phone.number));
        if (place != null && "full".equals(place.addressVisibility)) {
            place.addresses.stream().findFirst().ifPresent(address -> copy.put("address", line(address)));
        }
        return new Listing(service.id, service.organization.id, "active".equals(service.status), copy.toString());
    }

    private static String line(Address address) {
        return Stream.of(address.address1, address.city)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
