package org.balcao.web;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The document that an address of a language begins with, open where its title and description stand, so that those of a record can take
 * their place.
 *
 * @param before all before the title
 * @param description of the product in the language of the shell; empty if it has none
 * @param after all after the title and the description
 */
record Shell(String before, String description, String after) {
    private static final Pattern HEAD =
            Pattern.compile("<title>[^<]*</title>(?:\\s*<meta name=\"description\" content=\"([^\"]*)\">)?");

    static Shell read(Path file) {
        try {
            return of(Files.readString(file), file.toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Shell of(String document, String name) {
        Matcher head = HEAD.matcher(document);
        if (!head.find()) {
            throw new ConfigurationException("The document has no title to put a record's in its place: " + name);
        }
        String description = head.group(1) == null
                ? ""
                : head.group(1).replace("&quot;", "\"").replace("&lt;", "<").replace("&amp;", "&");
        return new Shell(document.substring(0, head.start()), description, document.substring(head.end()));
    }

    byte[] with(String head) {
        return (before + head + after).getBytes(StandardCharsets.UTF_8);
    }
}
