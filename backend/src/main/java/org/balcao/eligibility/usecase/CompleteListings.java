package org.balcao.eligibility.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.balcao.directory.model.Attribute;
import org.balcao.directory.model.Metadata;
import org.balcao.directory.model.RequiredDocument;
import org.balcao.directory.model.Service;
import org.balcao.directory.model.Translatable;
import org.balcao.directory.model.Translation;
import org.balcao.directory.usecase.Completion;
import org.balcao.eligibility.engine.Fact;
import org.balcao.eligibility.engine.Pack;
import org.balcao.eligibility.engine.Programme;
import org.balcao.eligibility.engine.Programme.Item;
import org.balcao.eligibility.engine.Programme.Version;
import org.balcao.shared.StableId;

/**
 * Fills HSDS's {@code eligibility_description}, ages and {@code required_documents} of a service from the rules of the programme that it
 * is, where its source left them empty; an attribute names the programme, and HSDS metadata say which fields came from rules and from
 * which wording of them. {@link FollowListings} fills anew what changed, or what the rules say otherwise than when it was filled.
 */
@ApplicationScoped
public class CompleteListings implements Completion {

    /** HSDS attribute.link_type of the programme that a service is. */
    public static final String LINK_TYPE = "eligibility programme";

    /** How a note in HSDS's metadata begins that says a field was filled from the rules. */
    static final String UPDATED_BY = "eligibility rules ";

    private static final String SOURCE_LANGUAGE = Translation.SOURCE_LANGUAGE;
    private static final ZoneId HERE = ZoneId.of("Europe/Lisbon");

    private final ServedRules rules;
    private final Map<String, RuleWords> words = new TreeMap<>();
    private final EntityManager entities;
    private final Clock clock;

    CompleteListings(ServedRules rules, PackagedRules packaged, EntityManager entities, Clock clock) {
        this.rules = rules;
        packaged.texts().forEach((language, sentences) -> words.put(language, new RuleWords(sentences)));
        this.entities = entities;
        this.clock = clock;
    }

    /** The services that the rules speak of. */
    List<UUID> tied() {
        return rules.now().pack().programmes().stream()
                .flatMap(each -> each.services().stream())
                .map(UUID::fromString)
                .toList();
    }

    /** Another one as soon as anything would be filled in otherwise, in any service. */
    String wording() {
        StringBuilder all = new StringBuilder();
        rules.now()
                .pack()
                .programmes()
                .forEach(each -> all.append(each.services()).append(stamp(each)));
        return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Fills a service anew if the rules say otherwise than when it was filled; nothing if it is not there any more. */
    void completeAnew(UUID id) {
        Service service = entities.find(Service.class, id);
        if (service == null) {
            return;
        }
        Programme programme = programmeOf(service);
        String wanted = programme == null ? null : stamp(programme);
        boolean filled = service.metadata.stream().anyMatch(each -> each.updatedBy.equals(wanted));
        if (!filled) {
            remove(service);
            entities.flush();
            complete(service);
            entities.flush();
        }
    }

    private static void remove(Service service) {
        List<Metadata> ours = service.metadata.stream()
                .filter(each -> each.updatedBy.startsWith(UPDATED_BY))
                .toList();
        for (Metadata each : ours) {
            switch (each.fieldName) {
                case "eligibility_description" -> {
                    service.eligibilityDescription = null;
                    service.translations.removeIf(text -> text.field.equals(each.fieldName));
                }
                case "minimum_age" -> service.minimumAge = null;
                case "maximum_age" -> service.maximumAge = null;
                case "required_documents" -> service.requiredDocuments.clear();
                default -> service.attributes.removeIf(attribute -> LINK_TYPE.equals(attribute.linkType));
            }
        }
        service.metadata.removeAll(ours);
    }

    @Override
    public void complete(Service service) {
        Programme programme = programmeOf(service);
        if (programme == null) {
            return;
        }
        Version version = inForce(programme);
        String stamp = stamp(programme);
        addProgramme(service, programme, stamp);
        if (service.eligibilityDescription == null) {
            service.eligibilityDescription = text(
                    service,
                    "service",
                    "eligibility_description",
                    each -> each.name(programme.id()) + "\n" + each.conditions(version));
            note(service, "eligibility_description", service.eligibilityDescription, stamp);
        }
        Ages ages = Ages.askedBy(version.when(), birthDate());
        if (service.minimumAge == null && ages.least() != null) {
            service.minimumAge = BigDecimal.valueOf(ages.least());
            note(service, "minimum_age", ages.least().toString(), stamp);
        }
        if (service.maximumAge == null && ages.most() != null) {
            service.maximumAge = BigDecimal.valueOf(ages.most());
            note(service, "maximum_age", ages.most().toString(), stamp);
        }
        List<Item> papers = RuleWords.papersForAll(version);
        if (service.requiredDocuments.isEmpty() && !papers.isEmpty()) {
            papers.forEach(paper -> addPaper(service, paper));
            note(service, "required_documents", words.get(SOURCE_LANGUAGE).paper(papers.getFirst()), stamp);
        }
    }

    private Programme programmeOf(Service service) {
        return rules.now().pack().programmes().stream()
                .filter(each -> each.services().contains(service.id.toString()))
                .findFirst()
                .orElse(null);
    }

    /** The one that is in force today, else the last. */
    private Version inForce(Programme programme) {
        int today = (int) LocalDate.ofInstant(clock.instant(), HERE).toEpochDay();
        return programme.versions().stream()
                .filter(each -> each.from() <= today && today <= each.to())
                .findFirst()
                .orElse(programme.versions().getLast());
    }

    private int birthDate() {
        Pack pack = rules.now().pack();
        return pack.fact("birth_date").map(Fact::index).orElse(-1);
    }

    /** Changes with any word that is filled in from this programme, in any language. */
    private String stamp(Programme programme) {
        Version version = inForce(programme);
        Ages ages = Ages.askedBy(version.when(), birthDate());
        StringBuilder all = new StringBuilder(programme.id() + ages);
        words.forEach((language, each) -> {
            all.append(language).append(each.name(programme.id())).append(each.conditions(version));
            RuleWords.papersForAll(version).forEach(paper -> all.append(each.paper(paper)));
        });
        return UPDATED_BY + UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void addProgramme(Service service, Programme programme, String stamp) {
        var attribute = new Attribute();
        attribute.id = StableId.within(service.id, "attribute", LINK_TYPE);
        attribute.linkId = service.id;
        attribute.linkEntity = "service";
        attribute.linkType = LINK_TYPE;
        attribute.value = programme.id();
        attribute.label = words.get(SOURCE_LANGUAGE).name(programme.id());
        attribute.ordinal = service.attributes.size();
        service.attributes.add(attribute);
        note(service, "attributes", programme.id(), stamp);
    }

    private void addPaper(Service service, Item paper) {
        var document = new RequiredDocument();
        document.id = StableId.within(service.id, "required_document", "rule/" + paper.id());
        document.service = service;
        document.ordinal = service.requiredDocuments.size();
        document.document = text(document, "required_document", "document", each -> each.paper(paper));
        service.requiredDocuments.add(document);
    }

    private interface Wording {
        String in(RuleWords language);
    }

    /** In all languages; no native speaker has read any, Portuguese included. */
    private String text(Translatable object, String kind, String field, Wording wording) {
        String source = wording.in(words.get(SOURCE_LANGUAGE));
        words.forEach((language, each) -> {
            var text = new Translation();
            text.id = StableId.within(object.id, "translation", field + "/" + language);
            text.entityId = object.id;
            text.entityType = kind;
            text.field = field;
            text.language = language;
            text.value = wording.in(each);
            text.origin = Translation.MACHINE;
            text.reviewed = each.sentences().path("reviewed").booleanValue();
            text.source = language.equals(SOURCE_LANGUAGE);
            text.sourceHash = text.source ? null : Translation.hash(source);
            object.translations.add(text);
        });
        return source;
    }

    private void note(Service service, String field, String value, String stamp) {
        var note = new Metadata();
        note.id = StableId.within(service.id, "metadata", UPDATED_BY + field);
        note.resourceId = service.id;
        note.resourceType = "service";
        note.ordinal = service.metadata.size();
        note.lastActionDate = LocalDate.ofInstant(clock.instant(), HERE);
        note.lastActionType = "update";
        note.fieldName = field;
        note.previousValue = "not stated";
        note.replacementValue = value;
        note.updatedBy = stamp;
        service.metadata.add(note);
    }
}
