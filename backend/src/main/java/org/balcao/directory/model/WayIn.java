package org.balcao.directory.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether somebody who reads a listing can reach those who give the service: by a telephone, an e-mail address, a site, or an address that
 * may be shown; their own, that of a place, or that of their organization. A fax is none, and neither is a town without a street.
 */
public final class WayIn {
    private static final String FAX = "fax";

    private WayIn() {}

    /** Of a service with all its parts, or of a copy that remembers it. */
    public static boolean isKnown(Service service) {
        return service.wayInKnown != null
                ? service.wayInKnown
                : ofService(service)
                        || service.organization != null && ofOrganization(service.organization)
                        || service.serviceAtLocations.stream().anyMatch(WayIn::atPlace);
    }

    private static boolean ofService(Service service) {
        return said(service.email, service.url)
                || rings(service.phones)
                || service.additionalUrls.stream().anyMatch(each -> said(each.url))
                || anybody(service.contacts);
    }

    private static boolean ofOrganization(Organization organization) {
        return said(organization.email, organization.website)
                || rings(organization.phones)
                || anybody(organization.contacts);
    }

    private static boolean atPlace(ServiceAtLocation given) {
        if (rings(given.phones) || anybody(given.contacts)) {
            return true;
        }
        Location place = given.location;
        boolean named = "full".equals(place.addressVisibility) || "partial".equals(place.addressVisibility);
        return named && (said(place.email, place.url) || rings(place.phones) || anybody(place.contacts))
                || "full".equals(place.addressVisibility)
                        && place.addresses.stream().anyMatch(each -> said(each.address1));
    }

    private static boolean rings(List<Phone> phones) {
        return phones.stream().anyMatch(each -> !FAX.equals(each.type) && said(each.number));
    }

    private static boolean anybody(List<Contact> contacts) {
        return contacts.stream().anyMatch(each -> said(each.email) || rings(each.phones));
    }

    private static boolean said(String... texts) {
        return Stream.of(texts).anyMatch(each -> each != null && !each.isBlank());
    }
}
