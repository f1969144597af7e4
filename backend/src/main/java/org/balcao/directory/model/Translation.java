package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** A text of a record in one language. */
@Entity
@Table(schema = "directory", name = "translation")
public class Translation {
    /** The language of a text that says nothing else. */
    public static final String SOURCE_LANGUAGE = "pt";

    public static final String HUMAN = "human";

    public static final String MACHINE = "machine";

    @Id
    public UUID id;

    /** The object whose text this is. */
    public UUID entityId;

    /** The HSDS name of that object's kind, such as {@code service}. */
    public String entityType;

    /** The HSDS name of the text. */
    public String field;

    /** BCP 47. */
    public String language;

    public String value;

    /** human or machine. */
    public String origin;

    /** A person who speaks the language has read it. */
    public boolean reviewed;

    /** The record's own column is in this language. */
    public boolean source;

    /** The source text it was made from, as {@link #hash}. */
    public String sourceHash;

    /** The source text changed since this was written. */
    public boolean isStale(String sourceText) {
        return !source && sourceHash != null && !sourceHash.equals(hash(sourceText));
    }

    LocalizedText localized(String sourceText) {
        return new LocalizedText(value, language, origin, reviewed, isStale(sourceText));
    }

    /** A short fingerprint of a source text. */
    public static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
