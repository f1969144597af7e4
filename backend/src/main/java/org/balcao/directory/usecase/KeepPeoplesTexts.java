package org.balcao.directory.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.balcao.directory.model.Metadata;
import org.balcao.directory.model.Service;
import org.balcao.directory.model.Translatable;
import org.balcao.directory.model.Translation;

/** Takes into a draft what stands in the directory and is not to be written over: texts of people, and days on which nothing else changed. */
@ApplicationScoped
class KeepPeoplesTexts {
    private final EntityManager entities;

    KeepPeoplesTexts(EntityManager entities) {
        this.entities = entities;
    }

    /** @param texts the draft, and parts of it, that were given texts */
    void before(Translatable draft, List<Translatable> texts) {
        List<Translatable> objects = new ArrayList<>(texts);
        if (draft instanceof Service service) {
            daysOf(service);
            objects.add(service);
            objects.addAll(service.requiredDocuments);
        }
        in(objects);
    }

    /** A text that a person wrote or read stays before one that a program wrote; it says itself that its source has changed since. */
    private void in(Collection<Translatable> objects) {
        Map<UUID, Translatable> byId =
                objects.stream().collect(Collectors.toMap(each -> each.id, Function.identity(), (one, same) -> one));
        if (byId.isEmpty()) {
            return;
        }
        entities.createQuery(
                        "select t from Translation t where t.entityId in :ids and not t.source and (t.reviewed or t.origin = :human)",
                        Translation.class)
                .setParameter("ids", byId.keySet())
                .setParameter("human", Translation.HUMAN)
                .getResultList()
                .forEach(text -> {
                    entities.detach(text);
                    keep(text, byId.get(text.entityId));
                });
    }

    private static void keep(Translation text, Translatable object) {
        boolean readAnew = object.translations.stream().anyMatch(each -> same(each, text) && each.reviewed);
        if (readAnew && text.origin.equals(Translation.MACHINE)) {
            return;
        }
        object.translations.removeIf(each -> same(each, text));
        object.translations.add(text);
    }

    private static boolean same(Translation one, Translation other) {
        return one.field.equals(other.field) && one.language.equals(other.language);
    }

    /** A field that was filled in from the same rules with the same value was filled in on the day that is noted. */
    private void daysOf(Service service) {
        for (var note : service.metadata) {
            var noted = entities.find(Metadata.class, note.id);
            if (noted != null
                    && noted.updatedBy.equals(note.updatedBy)
                    && noted.replacementValue.equals(note.replacementValue)) {
                note.lastActionDate = noted.lastActionDate;
            }
        }
    }
}
