package org.balcao.directory.rest.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.balcao.directory.model.Phone;
import org.balcao.directory.model.Schedule;
import org.balcao.directory.model.Service;

/** A service as a row of a table: one text, or a short list of texts, in each cell. */
public record ServiceRow(
        UUID id,
        String name,
        String organization,
        String status,
        String description,
        String phone,
        String email,
        String url,
        List<String> places,
        List<String> municipalities,
        List<String> districts,
        List<String> areas,
        List<String> openingHours,
        List<String> languages,
        List<String> needs,
        List<String> audiences,
        List<String> deliveryModes,
        String applicationProcess,
        String eligibility,
        Boolean free,
        String fees,
        String confidence,
        LocalDate assuredDate,
        Instant lastModified) {

    public static ServiceRow of(Service service, RenderContext context) {
        RenderContext.Texts texts = context.texts(service);
        List<VisiblePlace> places = service.serviceAtLocations.stream()
                .map(given -> VisiblePlace.of(given.location, context))
                .filter(place -> !place.hidden())
                .toList();
        ContactPhone phone = ContactPhone.of(service, context);
        return new ServiceRow(
                service.id,
                texts.in("name", service.name),
                context.texts(service.organization).in("name", service.organization.name),
                service.status,
                texts.in("description", service.description),
                phone == null ? null : numbers(service, phone),
                service.email,
                service.url,
                known(places.stream().map(VisiblePlace::addressText)),
                known(places.stream().map(VisiblePlace::municipality)),
                known(places.stream().map(VisiblePlace::district)),
                known(service.serviceAreas.stream().map(area -> area.nationwide ? "Portugal" : area.name)),
                known(context.hours().schedules(service).stream().map(each -> hours(each, context))),
                known(service.languages.stream().map(each -> each.code == null ? each.name : each.code)),
                names(TermView.of(service.attributes, TermView.NEEDS, context)),
                names(TermView.of(service.attributes, TermView.AUDIENCES, context)),
                service.deliveryModes,
                texts.in("application_process", service.applicationProcess),
                texts.in("eligibility_description", service.eligibilityDescription),
                service.free,
                texts.in("fees_description", service.feesDescription),
                service.confidence,
                service.assuredDate,
                service.lastModified);
    }

    private static String numbers(Service service, ContactPhone nearest) {
        List<String> own = service.phones.stream()
                .filter(phone -> !"fax".equals(phone.type))
                .map(ServiceRow::number)
                .toList();
        return own.isEmpty() ? number(nearest.number(), nearest.extension()) : String.join("; ", own);
    }

    private static String number(Phone phone) {
        return number(phone.number, phone.extension);
    }

    private static String number(String number, Integer extension) {
        return extension == null ? number : number + " ext. " + extension;
    }

    /** Such as {@code MO,TU 09:00-17:00}, with what is said of it in words. */
    private static String hours(Schedule each, RenderContext context) {
        String span = each.opensAt == null || each.closesAt == null ? null : each.opensAt + "-" + each.closesAt;
        List<String> known =
                known(Stream.of(each.byday, span, context.texts(each).in("description", each.description)));
        return known.isEmpty() ? null : String.join(" ", known);
    }

    private static List<String> names(List<TermView> terms) {
        return known(terms.stream().map(TermView::name));
    }

    private static List<String> known(Stream<String> texts) {
        return texts.filter(Objects::nonNull).distinct().toList();
    }
}
