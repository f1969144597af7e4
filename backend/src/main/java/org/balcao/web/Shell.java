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
 * their place, and where its content is on its way.
 *
 * @param before all before the title
 * @param title the title and the description as they were built
 * @param description of the product in the language of the shell; empty if it has none
 * @param middle all between the description and the content
 * @param waiting what stands in the place of the content until a script has it; empty where the document has no such place
 * @param after all after the content
 */
record Shell(String before, String title, String description, String middle, String waiting, String after) {
    private static final Pattern HEAD =
            Pattern.compile("<title>[^<]*</title>(?:\\s*<meta name=\"description\" content=\"([^\"]*)\">)?");
    private static final Pattern WAITING = Pattern.compile("<!--waiting-->(.*?)<!--/waiting-->", Pattern.DOTALL);

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
        String before = document.substring(0, head.start());
        String rest = document.substring(head.end());
        Matcher content = WAITING.matcher(rest);
        return content.find()
                ? new Shell(
                        before,
                        head.group(),
                        description,
                        rest.substring(0, content.start()),
                        content.group(1),
                        rest.substring(content.end()))
                : new Shell(before, head.group(), description, rest, "", "");
    }

    /** Whether there is a place for content. */
    boolean takesContent() {
        return !after.isEmpty();
    }

    /**
     * The document with a head and a content of its own.
     *
     * @param content null where it is still to come
     */
    byte[] with(String head, String content) {
        return (before + head + middle + (content == null || !takesContent() ? waiting : content) + after)
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The same document with language links that lead to an address of its own.
     *
     * @param built what they have after the language as they were built
     * @param here what they are to have
     */
    Shell leadingTo(String built, String here) {
        String links = middle.replaceAll(
                "href=\"/([a-z]{2})" + Pattern.quote(built) + "\" lang=",
                "href=\"/$1" + Matcher.quoteReplacement(HeadText.escaped(here)) + "\" lang=");
        return new Shell(before, title, description, links, waiting, after);
    }

    /** The same document with another text in its first heading; as it is where it has none. */
    Shell named(String heading) {
        String named = middle.replaceFirst(
                "(<h1[^>]*>)[^<]*(</h1>)", "$1" + Matcher.quoteReplacement(HeadText.escaped(heading)) + "$2");
        return new Shell(before, title, description, named, waiting, after);
    }
}
