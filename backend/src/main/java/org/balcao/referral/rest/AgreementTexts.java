package org.balcao.referral.rest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The words that a person is shown before they agree: {@code referral/agreement.yaml}. */
@ApplicationScoped
class AgreementTexts {
    private static final String PATH = "/referral/agreement.yaml";
    private static final String SOURCE = "pt";

    private record File(String id, String version, Map<String, Words> texts) {}

    private record Words(boolean reviewed, String brief, String notice) {}

    @Schema(name = "AgreementText", description = "What a person is shown before they agree.")
    record AgreementText(
            String id,
            String version,
            String language,

            @Schema(description = "A person who speaks the language has read it.")
            boolean reviewed,

            @Schema(description = "In some sixty words.") String brief,

            @Schema(description = "All of it.") String notice) {}

    private final File file;

    AgreementTexts() {
        try (InputStream content = AgreementTexts.class.getResourceAsStream(PATH)) {
            file = JsonMapper.builder(new YAMLFactory()).build().readValue(content, File.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean exists(String id, String version, String language) {
        return file.id().equals(id)
                && file.version().equals(version)
                && language != null
                && file.texts().containsKey(language);
    }

    /** @param languages the reader's, best first, as in {@code uk,en} */
    AgreementText in(String languages) {
        String language = Arrays.stream((languages == null ? "" : languages).split(","))
                .map(each -> each.strip().split("-", 2)[0])
                .filter(file.texts()::containsKey)
                .findFirst()
                .orElse(SOURCE);
        Words words = file.texts().get(language);
        return new AgreementText(
                file.id(),
                file.version(),
                language,
                words.reviewed(),
                words.brief().strip(),
                words.notice().strip());
    }
}
