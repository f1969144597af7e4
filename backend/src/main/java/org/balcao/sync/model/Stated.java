package org.balcao.sync.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A record as a feed states it, in the words of HSDS 3.2 and with the feed's own ids; or the reason why it cannot be one.
 *
 * @param thin it is only mentioned inside another record
 * @param line where it stands in the file; 0 if that is not known
 * @param body null if it could not be read
 * @param problems errors keep it back; warnings are told
 */
public record Stated(Kind kind, String externalId, boolean thin, int line, ObjectNode body, List<Problem> problems) {
    public Stated {
        problems = List.copyOf(problems);
    }
}
