package org.balcao.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.referral.Desk.AIMA;
import static org.balcao.referral.Desk.AT_CPR;
import static org.balcao.referral.Desk.CPR;
import static org.balcao.referral.Desk.CPR_SOCIAL;
import static org.balcao.referral.Desk.MEDIATOR;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.fixture.PgResource;
import org.balcao.referral.model.State;
import org.junit.jupiter.api.Test;

/** Many at once: one winner each, one referral for each request, and nobody ever sees a row of another. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class RacesIT {
    /** A fifth of it in the everyday run; all of it with -Dbalcao.proof=full, as make referral-proof does. */
    private static final int SHARE = "full".equals(System.getProperty("balcao.proof")) ? 1 : 5;

    private static final int RACES = 1000 / SHARE;
    private static final int REPEATED = 500 / (SHARE == 1 ? 1 : 60);
    private static final int TIMES = 20;
    private static final int MIXED = 10_000 / SHARE;
    private static final int ORGANIZATIONS = 50;
    private static final Pattern ID = Pattern.compile("\"referral\":\\{\"id\":\"([0-9a-f-]{36})\"");

    @TestHTTPResource("/api/referrals")
    URI referrals;

    private final HttpClient http = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    @Test
    void ofTwoPartiesExactlyOneWins() throws Exception {
        Map<String, Integer> pairs = new TreeMap<>();
        try (Connection owner = Rows.as("owner");
                ExecutorService both = Executors.newFixedThreadPool(8)) {
            List<Future<String>> races = new ArrayList<>();
            List<String> raced = new ArrayList<>();
            for (int i = 0; i < RACES; i++) {
                UUID id = Rows.inState(owner, State.SENT, AIMA, CPR);
                raced.add("'" + id + "'");
                races.add(both.submit(() -> {
                    var accepts = http.sendAsync(step(AT_CPR, id, "acceptance", ""), BodyHandlers.ofString());
                    var withdraws = http.sendAsync(
                            step(MEDIATOR, id, "withdrawal", "{\"code\":\"person_asked\"}"), BodyHandlers.ofString());
                    Set<Integer> codes = new HashSet<>(
                            List.of(accepts.get().statusCode(), withdraws.get().statusCode()));
                    return codes.contains(200) && codes.size() == 2 ? "one" : "not one: " + codes;
                }));
            }
            for (Future<String> each : races) {
                pairs.merge(each.get(), 1, Integer::sum);
            }
            assertThat(pairs).isEqualTo(Map.of("one", RACES));
            assertThat(Rows.count(owner, """
                    select count(*) from referral.referral r
                     where id in (%s) and (select count(*) from referral.event e
                            where e.referral_id = r.id and e.version = 2 and e.kind in ('accept', 'withdraw')) <> 1""".formatted(String.join(", ", raced))))
                    .isZero();
            assertThat(Rows.count(owner, "select count(*) from referral.first_broken_event()"))
                    .isZero();
        }
    }

    /** Whoever is told to come back later asks the same again, which is what the key is for. */
    private HttpResponse<String> answerTo(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        while (answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent()) {
            answer = http.send(request, BodyHandlers.ofString());
        }
        return answer;
    }

    @Test
    void theSameKeyTwentyTimesAtOnceIsOneReferral() throws Exception {
        Map<String, Set<String>> made = new ConcurrentHashMap<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(TIMES)) {
            for (int i = 0; i < REPEATED; i++) {
                String key = UUID.randomUUID().toString();
                String token = Token.of(Role.MEDIATOR, Desk.AIMA);
                String body = Desk.body(CPR_SOCIAL).toString();
                List<Future<HttpResponse<String>>> answers = new ArrayList<>();
                for (int each = 0; each < TIMES; each++) {
                    answers.add(senders.submit(() -> answerTo(HttpRequest.newBuilder(referrals)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", key)
                            .POST(BodyPublishers.ofString(body))
                            .build())));
                }
                for (Future<HttpResponse<String>> each : answers) {
                    assertThat(each.get().statusCode()).isEqualTo(201);
                    Matcher id = ID.matcher(each.get().body());
                    assertThat(id.find()).isTrue();
                    made.computeIfAbsent(key, none -> ConcurrentHashMap.newKeySet())
                            .add(id.group(1));
                }
            }
        }
        assertThat(made.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
    }

    @Test
    void nobodySeesARowOfAnother() throws Exception {
        List<UUID> organizations = new ArrayList<>();
        List<String> tokens = new ArrayList<>();
        Map<UUID, Set<String>> own = new ConcurrentHashMap<>();
        Random random = new Random(50);
        for (int i = 0; i < ORGANIZATIONS; i++) {
            UUID organization = UUID.randomUUID();
            organizations.add(organization);
            tokens.add(Token.of(Role.PARTNER_EDITOR, organization));
            own.put(organization, ConcurrentHashMap.newKeySet());
        }
        List<String> all = new ArrayList<>();
        try (Connection owner = Rows.as("owner")) {
            for (int i = 0; i < 10 * ORGANIZATIONS; i++) {
                UUID sender = organizations.get(random.nextInt(ORGANIZATIONS));
                UUID receiver = organizations.get(random.nextInt(ORGANIZATIONS));
                String id = Rows.inState(owner, State.SENT, sender, receiver).toString();
                all.add(id);
                own.get(sender).add(id);
                own.get(receiver).add(id);
            }
        }
        Set<String> foreign = ConcurrentHashMap.newKeySet();
        Pattern anyId = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
        try (ExecutorService readers = Executors.newFixedThreadPool(16)) {
            List<Future<?>> requests = new ArrayList<>();
            for (int i = 0; i < MIXED; i++) {
                int who = random.nextInt(ORGANIZATIONS);
                String target = all.get(random.nextInt(all.size()));
                boolean lists = random.nextBoolean();
                requests.add(readers.submit(() -> {
                    String path = lists ? "?box=" + (target.charAt(0) < '8' ? "sent" : "received") : "/" + target;
                    HttpResponse<String> answer = http.send(
                            HttpRequest.newBuilder(URI.create(referrals + path))
                                    .header("Authorization", "Bearer " + tokens.get(who))
                                    .build(),
                            BodyHandlers.ofString());
                    Set<String> mine = own.get(organizations.get(who));
                    if (!lists && answer.statusCode() != (mine.contains(target) ? 200 : 404)) {
                        foreign.add("status " + answer.statusCode());
                    }
                    Matcher ids = anyId.matcher(answer.body());
                    while (ids.find()) {
                        if (!mine.contains(ids.group(1))) {
                            foreign.add(ids.group(1));
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> each : requests) {
                each.get();
            }
        }
        assertThat(foreign).isEmpty();
    }

    private HttpRequest step(String token, UUID id, String step, String body) throws IOException {
        return HttpRequest.newBuilder(URI.create(referrals + "/" + id + "/" + step))
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "\"v1\"")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
