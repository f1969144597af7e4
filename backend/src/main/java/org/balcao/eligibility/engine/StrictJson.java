package org.balcao.eligibility.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON from outside: nothing written twice, nothing after the end, nothing too deep or too long. */
public final class StrictJson {

    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_STRING = 10_000;

    private StrictJson() {}

    /** @param deepest how many objects and lists may lie in each other */
    public static JsonMapper nestedAtMost(int deepest) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(deepest)
                                .maxNumberLength(LONGEST_NUMBER)
                                .maxStringLength(LONGEST_STRING)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
