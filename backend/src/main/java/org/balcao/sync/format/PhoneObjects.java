package org.balcao.sync.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.balcao.shared.PhoneText;
import org.balcao.sync.model.Problem;

/** Telephones as a feed writes them: a text with an extension, two numbers or words in it becomes what HSDS has fields for, and that is told. */
final class PhoneObjects {
    private static final int MOST_OTHERS = 10;

    private PhoneObjects() {}

    /**
     * @param at where it stands
     * @return itself, if there is nothing to take apart; else it and one more for each further number
     */
    static List<JsonNode> apart(JsonNode phone, String at, List<Problem> problems) {
        String given = phone.path("number").asText("");
        PhoneText text = PhoneText.of(given);
        if (!phone.isObject() || text.number() == null || text.number().equals(given.strip())) {
            return List.of(phone);
        }
        List<JsonNode> apart = new ArrayList<>();
        ObjectNode first = phone.deepCopy();
        first.put("number", text.number());
        if (text.extension() != null && !first.hasNonNull("extension")) {
            first.put("extension", text.extension());
        }
        if (text.words() != null && first.path("description").asText("").isBlank()) {
            first.put("description", text.words());
        }
        apart.add(first);
        text.others().stream().limit(MOST_OTHERS).forEach(number -> {
            ObjectNode other = phone.deepCopy();
            other.remove(List.of("id", "extension"));
            other.put("number", number);
            apart.add(other);
        });
        problems.add(Problem.warning(
                at + "/number",
                "telephone_taken_apart",
                "was read as "
                        + text.number()
                        + (text.extension() == null ? "" : ", extension " + text.extension())
                        + (text.others().isEmpty()
                                ? ""
                                : ", and " + text.others().size() + " more")));
        return apart;
    }
}
