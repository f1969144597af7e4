package org.balcao.directory.feed;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Short English texts of the sources put into Portuguese by machine; no person has read them yet. */
@ApplicationScoped
public class MachineTexts {
    private final Map<String, String> portuguese;

    MachineTexts() {
        try (var content = StarterData.open("texts.pt.yaml")) {
            portuguese = Map.copyOf(new YAMLMapper().readValue(content, new TypeReference<Map<String, String>>() {}));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public Optional<String> portuguese(String english) {
        return Optional.ofNullable(portuguese.get(english));
    }
}
