package org.balcao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address of a page of results, as the questions that the page will ask of the API. */
class ResultsAddressTest {
    private static final String LIST =
            "/api/services?status=active&fold=programs&sort=relevance&page=1&per_page=20&lang=pt";

    @ParameterizedTest
    @CsvSource({
        "need=housing.emergency, taxonomy_term_id=housing.emergency&",
        "place=1106, place=1106&",
        "place=1106&need=health, taxonomy_term_id=health&place=1106&",
        "language=uk&language=hi&language=uk, language=uk&language=hi&",
        "open=now, open_at=now&",
        "delivery_mode=online&delivery_mode=in_person, delivery_mode=in_person&delivery_mode=online&",
        "free=true&confirmed=true, free=true&confidence=medium&",
    })
    void eachChoiceIsAFilterInTheOrderOfThePage(String address, String filters) {
        assertThat(asked(address)).isEqualTo(LIST.replace("?", "?" + filters));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "need=Housing%26x",
                "place=1106%0A",
                "language=português",
                "open=later",
                "free=yes",
                "page=0",
                "page=1e3",
                "x=1"
            })
    void whatIsNoChoiceOfThePageIsLeftOut(String address) {
        assertThat(asked(address)).isEqualTo(LIST);
    }

    @Test
    void theAddressIsKnownWithoutWhatThePageDoesNotKnow() {
        assertThat(ResultsAddress.of(parameters("utm=x&confirmed=true&need=health&page=2&free=maybe"))
                        .orElseThrow()
                        .query())
                .isEqualTo("need=health&confirmed=true&page=2");
    }

    @Test
    void aFurtherPageIsAskedFor() {
        assertThat(asked("page=12")).isEqualTo(LIST.replace("page=1&", "page=12&"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"words=1", "search=casa", "near=me", "view=map", "need=health&words=2"})
    void whatOnlyTheBrowserKnowsIsNotGuessed(String address) {
        assertThat(ResultsAddress.of(parameters(address))).isEmpty();
    }

    private static String asked(String address) {
        return ResultsAddress.of(parameters(address)).orElseThrow().in(LIST);
    }

    private static MultiMap parameters(String address) {
        var parameters = MultiMap.caseInsensitiveMultiMap();
        new QueryStringDecoder("/?" + address).parameters().forEach(parameters::add);
        return parameters;
    }
}
