package org.balcao.directory.usecase;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.balcao.directory.feed.SourceRecord.ServiceRecord;

/**
 * How to get into a service, how it is received and what it costs, as far as the source's words say it. Silence is never a no.
 *
 * @param whoMayRefer in the source's words
 */
record AccessStated(
        List<String> deliveryModes,
        List<String> accessModes,
        Boolean byAppointmentOnly,
        List<String> whoMayRefer,
        Boolean free,
        Boolean interpreterAvailable,
        BigDecimal minimumAge) {
    private static final Pattern FORM = Pattern.compile("\\b(form|formulário)\\b");
    private static final Pattern EMAIL = Pattern.compile("\\be-?mail\\b");
    private static final Pattern PHONE = Pattern.compile("\\b(by phone|phone appointment|por telefone)\\b");
    private static final Pattern APPOINTMENT = Pattern.compile("\\b(appointment|book|marcação)\\b");
    private static final Pattern NO_APPOINTMENT = Pattern.compile(
            "\\b(no appointment needed|with and without appointment|com e sem marcação|sem marcação)\\b");
    private static final Pattern APPOINTMENT_ONLY = Pattern.compile(
            "\\b(appointment only|only (by|with)( an)? appointment|só com marcação|apenas com marcação)\\b");
    private static final Pattern REFERRAL = Pattern.compile("\\b(referral|encaminhamento)\\b");
    private static final Pattern REFERRED_BY = Pattern.compile("(?i)^(?:referral by|encaminhamento por) (.+?)\\.?$");
    private static final Pattern BY_LINE = Pattern.compile(
            "\\b(linha|line|helpline|telefone|telefónic[ao]|phone|telephone|contact centre|centro de contacto)\\b");
    private static final Pattern ONLINE = Pattern.compile("\\b(online|on-line|em linha|website|portal)\\b");
    private static final Pattern FREE =
            Pattern.compile("^(free|gratuit[oa])\\b(?! (for|para)\\b)(?!.*\\b(except|exceto)\\b).*");
    private static final Pattern MINIMUM_AGE = Pattern.compile("\\baged (\\d{1,3}) or more\\b");

    static AccessStated in(ServiceRecord service) {
        var process = lower(service.applicationProcess());
        var hours = service.schedules().stream()
                .map(each -> lower(each.description()))
                .collect(Collectors.joining(" ; "));
        return new AccessStated(
                deliveryModes(service, process),
                accessModes(process, hours),
                says(APPOINTMENT_ONLY, process + " ; " + hours) ? Boolean.TRUE : null,
                service.applicationProcess() == null
                        ? List.of()
                        : REFERRED_BY
                                .matcher(service.applicationProcess())
                                .results()
                                .map(found -> found.group(1))
                                .toList(),
                says(FREE, lower(service.feesDescription())) ? Boolean.TRUE : null,
                service.interpretationServices() == null ? null : Boolean.TRUE,
                MINIMUM_AGE
                        .matcher(lower(service.eligibilityDescription()))
                        .results()
                        .map(found -> new BigDecimal(found.group(1)))
                        .findFirst()
                        .orElse(null));
    }

    private static List<String> deliveryModes(ServiceRecord service, String process) {
        var modes = new ArrayList<String>();
        var about = Stream.concat(
                        Stream.of(service.name(), service.alternateName()),
                        service.description() == null ? Stream.of() : service.description().values().stream())
                .map(AccessStated::lower)
                .collect(Collectors.joining(" ; "));
        if (!service.locations().isEmpty()) {
            modes.add("in_person");
        }
        if (!service.phones().isEmpty() && (service.locations().isEmpty() || says(BY_LINE, about))) {
            modes.add("phone");
        }
        if (says(ONLINE, process) || says(ONLINE, about)) {
            modes.add("online");
        }
        return modes;
    }

    private static List<String> accessModes(String process, String hours) {
        var modes = new ArrayList<String>();
        if (says(NO_APPOINTMENT, hours)) {
            modes.add("walk_in");
        }
        if (says(APPOINTMENT, process)
                || says(APPOINTMENT, NO_APPOINTMENT_NEEDED.matcher(hours).replaceAll(""))) {
            modes.add("appointment");
        }
        if (says(PHONE, process)) {
            modes.add("phone");
        }
        if (says(EMAIL, process)) {
            modes.add("email");
        }
        if (says(FORM, process)) {
            modes.add("form");
        }
        if (says(REFERRAL, process)) {
            modes.add("referral");
        }
        return modes;
    }

    private static final Pattern NO_APPOINTMENT_NEEDED = Pattern.compile("\\b(no appointment needed|sem marcação)\\b");

    private static boolean says(Pattern pattern, String text) {
        return pattern.matcher(text).find();
    }

    private static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
