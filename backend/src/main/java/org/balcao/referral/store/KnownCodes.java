package org.balcao.referral.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Codes of the directory. A field that takes a code takes no other text, so nothing about a person can hide in it. */
@ApplicationScoped
public class KnownCodes {
    private static final Set<String> LANGUAGES = languages();

    private final EntityManager entities;

    KnownCodes(EntityManager entities) {
        this.entities = entities;
    }

    private static Set<String> languages() {
        Set<String> languages = Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toSet());
        Arrays.stream(Locale.getISOLanguages())
                .map(code -> Locale.of(code).getISO3Language())
                .forEach(languages::add);
        // languages of those who come to Portugal that ISO 639-1 has no code for
        languages.addAll(Set.of("kea", "pov", "mnk", "prs", "ckb", "kmr", "rom", "pcm", "zgh"));
        return Set.copyOf(languages);
    }

    /** ISO 639. */
    public boolean isLanguage(String code) {
        return LANGUAGES.contains(code);
    }

    /** A need of the taxonomy that services are sorted by. */
    public boolean isNeed(String code) {
        return exists(
                "select exists (select from directory.taxonomy_term t join directory.taxonomy d on d.id = t.taxonomy_id "
                        + "where d.name = 'balcao-needs' and t.code = :code)",
                code);
    }

    /** A municipality's official number. */
    public boolean isMunicipality(String code) {
        return exists(
                "select exists (select from directory.place where level = 'municipality' and code = :code)", code);
    }

    private boolean exists(String query, String code) {
        return QuarkusTransaction.requiringNew().call(() -> (Boolean) entities.createNativeQuery(query, Boolean.class)
                .setParameter("code", code)
                .getSingleResult());
    }
}
