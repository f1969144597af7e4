package org.balcao.directory.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ours: what the coordinates of a place are the middle of. HSDS has no word for it. */
public enum PositionPrecision {
    /** The street, or a part of it. */
    STREET,
    /** What a full postal code covers: a street, a block or a building. */
    POSTCODE,
    /** A parish, or what the first four digits of a postal code cover: a kilometre or more across. */
    PARISH,
    /** A town, or the seat of a municipality. */
    TOWN;

    /** Whether it covers so much that a pin on a map, or an exact distance, would be wrong. */
    public boolean isArea() {
        return this == PARISH || this == TOWN;
    }

    /** As in the data, such as {@code parish}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a word of the data means; empty for none. */
    public static Optional<PositionPrecision> of(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** All words. */
    public static Set<String> words() {
        return Stream.of(values()).map(PositionPrecision::word).collect(Collectors.toUnmodifiableSet());
    }

    /** How the database writes it. */
    @Converter
    public static class Stored implements AttributeConverter<PositionPrecision, String> {
        @Override
        public String convertToDatabaseColumn(PositionPrecision precision) {
            return precision == null ? null : precision.word();
        }

        @Override
        public PositionPrecision convertToEntityAttribute(String word) {
            return of(word).orElse(null);
        }
    }
}
