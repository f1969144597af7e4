package org.balcao.directory.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.Instant;
import org.balcao.directory.rest.Answer.TimeSlots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "gzip, deflate, br | true",
                "deflate, GZIP;q=0.5 | true",
                "* | true",
                "x-gzip | true",
                "gzip;q=0 | false",
                "gzip; q=0.000 | false",
                "gzip;q=0, * | false",
                "*, gzip;q=0 | false",
                "deflate, br | false",
                "notgzip | false",
                "identity | false",
            })
    void anAnswerIsCompressedForThoseAloneWhoTakeGzip(String accepted, boolean takes) {
        assertThat(AnswerKey.takesGzip(accepted)).isEqualTo(takes);
    }

    @Test
    void whoSaysNothingOfCompressionGetsNone() {
        assertThat(AnswerKey.takesGzip(null)).isFalse();
        assertThat(AnswerKey.takesGzip("")).isFalse();
    }

    @Test
    void anAnswerOfAMinuteHoldsInNoOther() {
        assertThat(answer(TimeSlots.MINUTES, "2026-11-27T08:59:59Z").holdsAt(Instant.parse("2026-11-27T08:59:00Z")))
                .isTrue();
        assertThat(answer(TimeSlots.MINUTES, "2026-11-27T08:59:59Z").holdsAt(Instant.parse("2026-11-27T09:00:00Z")))
                .isFalse();
    }

    @Test
    void anAnswerOfADayHoldsNotOverMidnight() {
        assertThat(answer(TimeSlots.QUARTERS_OF_AN_HOUR, "2026-11-27T23:59:59Z")
                        .holdsAt(Instant.parse("2026-11-28T00:00:00Z")))
                .isFalse();
    }

    private static final String ADDRESS = "/api/services?search=cama&lang=uk,en";

    @Test
    void equalQuestionsHaveOneKey() {
        assertThat(key(ADDRESS, null, "Accept", "application/json", "Accept-Language", "uk"))
                .isNotNull()
                .isEqualTo(key(ADDRESS, null, "Accept", "application/json", "Accept-Language", "uk"));
    }

    /** Other spellings of one question may have keys of their own: that costs a hit, never a wrong answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/services?search=cama",
                "/api/services?search=cama&lang=uk",
                "/api/services?search=cama&lang=en,uk",
                "/api/services?search=Cama&lang=uk,en",
                "/api/services?search=camas&lang=uk,en",
                "/api/services?search=cama&lang=uk,en&page=2",
                "/api/services?search=cama&lang=uk,en&free=true",
                "/api/services/facets?search=cama&lang=uk,en",
                "/api/organizations?search=cama&lang=uk,en",
            })
    void anotherAddressHasAnotherKey(String other) {
        assertThat(key(other, null)).isNotNull().isNotEqualTo(key(ADDRESS, null));
    }

    @Test
    void formsLanguagesAndCompressionArePartOfTheKey() {
        AnswerKey plain = key(ADDRESS, null);
        assertThat(key(ADDRESS, "")).isNotEqualTo(plain);
        assertThat(key(ADDRESS, "page=2")).isNotEqualTo(key(ADDRESS, ""));
        assertThat(key(ADDRESS, null, "Accept", "application/geo+json")).isNotEqualTo(plain);
        assertThat(key(ADDRESS, null, "Accept-Language", "ar")).isNotEqualTo(plain);
        assertThat(key(ADDRESS, null, "Accept-Language", "application/json"))
                .isNotEqualTo(key(ADDRESS, null, "Accept", "application/json"));
        assertThat(key(ADDRESS, null, "Accept-Encoding", "gzip")).isNotEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lat=38.7&lon=-9.1",
                "search=cama&lon=-9.1&lat=38.7",
                "search=cama&l%61t=38.7&l%6Fn=-9.1",
                "search=cama;lat=38.7",
                "postcode=1100-148",
                "%zz=1",
            })
    void whereSomebodyIsHasNoKeyHoweverItIsWritten(String parameters) {
        assertThat(key("/api/services?" + parameters, null)).isNull();
        assertThat(key("/api/services?" + parameters, "")).isNull();
        assertThat(key("/api/services", parameters)).isNull();
        assertThat(key("/api/services", "\r\n" + parameters)).isNull();
    }

    @Test
    void aValueThatNamesAPositionIsNone() {
        assertThat(key("/api/services?search=lat%3D1&place=lon", null)).isNotNull();
    }

    @Test
    void whoHasCredentialsOrSaysTheUnusualHasNoKey() {
        assertThat(key(ADDRESS, null, "Authorization", "Basic YTpi")).isNull();
        assertThat(key(ADDRESS, null, "cookie", "a=b")).isNull();
        assertThat(key(ADDRESS, null, "Accept-Language", "x".repeat(301))).isNull();
        assertThat(key(ADDRESS, null, "Accept", "a/b", "Accept", "c/d")).isNull();
        assertThat(key(ADDRESS, "a".repeat(2_001))).isNull();
    }

    @Test
    void aKeyHoldsNothingThatWasTyped() {
        assertThat(key("/api/services?search=Samira", "search=Samira").toString())
                .doesNotContainIgnoringCase("samira");
    }

    private static AnswerKey key(String address, String form, String... headers) {
        MultiMap all = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1]);
        }
        return AnswerKey.of(address, form, all);
    }

    private static Answer answer(TimeSlots slots, String made) {
        return new Answer(null, false, null, "W/\"1\"", "no-cache", null, null, slots, slots.at(Instant.parse(made)));
    }
}
