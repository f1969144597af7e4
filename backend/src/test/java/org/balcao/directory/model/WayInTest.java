package org.balcao.directory.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whether somebody who reads a listing can reach them. */
class WayInTest {
    @Test
    void aServiceWithoutAnythingHasNone() {
        assertThat(WayIn.isKnown(service(each -> {}))).isFalse();
        assertThat(WayIn.isKnown(service(each -> each.email = " "))).isFalse();
    }

    @Test
    void itsOwnContactIsOne() {
        assertThat(WayIn.isKnown(service(each -> each.phones.add(phone("voice")))))
                .isTrue();
        assertThat(WayIn.isKnown(service(each -> each.email = "geral@exemplo.pt")))
                .isTrue();
        assertThat(WayIn.isKnown(service(each -> each.url = "https://exemplo.pt")))
                .isTrue();
        assertThat(WayIn.isKnown(service(each -> {
                    Contact contact = new Contact();
                    contact.phones.add(phone("voice"));
                    each.contacts.add(contact);
                })))
                .isTrue();
    }

    @Test
    void aFaxIsNone() {
        assertThat(WayIn.isKnown(service(each -> each.phones.add(phone("fax")))))
                .isFalse();
    }

    @Test
    void itsOrganizationCounts() {
        assertThat(WayIn.isKnown(service(each -> each.organization.website = "https://exemplo.pt")))
                .isTrue();
        assertThat(WayIn.isKnown(service(each -> each.organization.phones.add(phone(null)))))
                .isTrue();
    }

    @Test
    void aStreetThatMayBeShownIsOneAndATownIsNot() {
        assertThat(WayIn.isKnown(at("full", "Rua da Ponte 1"))).isTrue();
        assertThat(WayIn.isKnown(at("full", null))).isFalse();
        assertThat(WayIn.isKnown(at("partial", "Rua da Ponte 1"))).isFalse();
        assertThat(WayIn.isKnown(at("hidden", "Rua da Ponte 1"))).isFalse();
    }

    @Test
    void whatACopyRemembersCounts() {
        assertThat(WayIn.isKnown(service(each -> each.wayInKnown = true))).isTrue();
        assertThat(WayIn.isKnown(service(each -> {
                    each.email = "geral@exemplo.pt";
                    each.wayInKnown = false;
                })))
                .isFalse();
    }

    private static Service at(String visibility, String street) {
        return service(each -> {
            Location place = new Location();
            place.addressVisibility = visibility;
            Address address = new Address();
            address.address1 = street;
            address.city = "Braga";
            place.addresses.add(address);
            ServiceAtLocation given = new ServiceAtLocation();
            given.location = place;
            given.service = each;
            each.serviceAtLocations.add(given);
        });
    }

    private static Phone phone(String type) {
        Phone phone = new Phone();
        phone.number = "+351 217 115 000";
        phone.type = type;
        return phone;
    }

    private static Service service(Consumer<Service> with) {
        Service service = new Service();
        service.organization = new Organization();
        with.accept(service);
        return service;
    }
}
