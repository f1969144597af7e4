package rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.github.jamsesso.jsonlogic.JsonLogic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.balcao.eligibility.engine.AnswerReader;
import org.balcao.eligibility.engine.Answers;
import org.balcao.eligibility.engine.Assessor;
import org.balcao.eligibility.engine.CanonicalJson;
import org.balcao.eligibility.engine.Outcome;
import org.balcao.eligibility.engine.Pack;
import org.balcao.eligibility.engine.PackReader;
import org.balcao.eligibility.engine.Programme;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.CompiledExpression;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The rule of the 18-month programme for one person of whom all is known, in our engine and in three others. Only FEEL adds the 18 months
 * itself as we do; CEL and JSON Logic have no civil months and are given the last day ready. None of the others says "not known".
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class RulesBench {

    private static final int PROGRAMMES = 25;
    private static final int MANY = 1_000;

    private Pack pack;
    private Programme support;
    private Answers person;
    private Answers[] people;
    private int asOf;

    private FEEL feel;
    private CompiledExpression feelRule;
    private CelRuntime.Program celRule;
    private JsonLogic jsonLogic;
    private String jsonRule;
    private Map<String, Object> byName;
    private Map<String, Object> feelInput;

    @Setup
    public void prepare() throws Exception {
        pack = PackReader.read(pack(Path.of(System.getProperty("rules"))));
        if (pack.programmes().size() != PROGRAMMES) {
            throw new IllegalStateException("The benchmark counts " + PROGRAMMES + " programmes");
        }
        support = pack.programmes().stream().filter(each -> each.id().equals("support-18-months")).findFirst().orElseThrow();
        asOf = (int) LocalDate.of(2025, 6, 10).toEpochDay();
        person = person("2024-08-31");
        people = new Answers[MANY];
        for (int i = 0; i < MANY; i++) {
            people[i] = person(LocalDate.of(2023, 1, 1).plusDays(i).toString());
        }

        long arrival = LocalDate.of(2024, 8, 31).toEpochDay();
        long until = LocalDate.of(2026, 2, 28).toEpochDay();
        byName = Map.of(
                "channel", "resettlement", "status", "refugee", "arrival", arrival, "until", until, "asOf", (long) asOf);

        feel = FEELBuilder.builder().build();
        CompilerContext context = feel.newCompilerContext();
        feelInput = new HashMap<>(Map.of(
                "channel", "resettlement", "status", "refugee",
                "arrival", LocalDate.of(2024, 8, 31), "today", LocalDate.of(2025, 6, 10)));
        feelInput.forEach((name, value) -> context.addInputVariable(name, value));
        feelRule = feel.compile(
                "channel in (\"resettlement\", \"relocation\", \"humanitarian_admission\") and status in (\"refugee\", \"asylum_applicant\")"
                        + " and today >= arrival and today <= arrival + duration(\"P18M\")",
                context);

        var compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .addVar("channel", SimpleType.STRING)
                .addVar("status", SimpleType.STRING)
                .addVar("arrival", SimpleType.INT)
                .addVar("until", SimpleType.INT)
                .addVar("asOf", SimpleType.INT)
                .build();
        celRule = CelRuntimeFactory.plannerRuntimeBuilder()
                .build()
                .createProgram(compiler.compile("channel in ['resettlement', 'relocation', 'humanitarian_admission']"
                                + " && status in ['refugee', 'asylum_applicant'] && asOf >= arrival && asOf <= until")
                        .getAst());

        jsonLogic = new JsonLogic();
        jsonRule = "{\"and\":[{\"in\":[{\"var\":\"channel\"},[\"resettlement\",\"relocation\",\"humanitarian_admission\"]]},"
                + "{\"in\":[{\"var\":\"status\"},[\"refugee\",\"asylum_applicant\"]]},"
                + "{\">=\":[{\"var\":\"asOf\"},{\"var\":\"arrival\"}]},{\"<=\":[{\"var\":\"asOf\"},{\"var\":\"until\"}]}]}";

        if (balcao() != Outcome.YES_UNTIL || !Boolean.TRUE.equals(kieFeel()) || !Boolean.TRUE.equals(cel())
                || !Boolean.TRUE.equals(jsonLogicJava())) {
            throw new IllegalStateException("Not all of them say yes: " + balcao() + kieFeel() + cel() + jsonLogicJava());
        }
    }

    private Answers person(String arrival) throws Exception {
        Answers answers = new Answers(pack.facts());
        JsonNode facts = new JsonMapper().readTree("{\"arrival_channel\":\"resettlement\",\"protection_status\":\"refugee\",\"birth_date\":\"1990-05-05\","
                + "\"nationality_group\":\"other\",\"children_under_18\":true,\"arrival_date\":\"" + arrival + "\"}");
        AnswerReader.read(pack, facts, answers);
        return answers;
    }

    private static String pack(Path folder) throws Exception {
        JsonMapper json = new JsonMapper();
        ObjectNode all = json.createObjectNode().put("format", 1);
        for (String part : new String[] {"facts", "parameters", "definitions", "sources"}) {
            all.set(part, json.readTree(folder.resolve(part + ".json").toFile()));
        }
        ArrayNode programmes = all.putArray("programmes");
        for (JsonNode id : json.readTree(folder.resolve("programmes.json").toFile())) {
            ObjectNode rule = (ObjectNode) json.readTree(
                    Files.readString(folder.resolve("rules").resolve(id.textValue() + ".json")));
            rule.remove("examples");
            programmes.add(rule);
        }
        return CanonicalJson.of(all);
    }

    @Benchmark
    public Outcome balcao() {
        return Assessor.outcome(support, person, asOf);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public int balcaoManyPeople() {
        int sum = 0;
        for (Answers each : people) {
            sum += Assessor.outcome(support, each, asOf).ordinal();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PROGRAMMES)
    public int balcaoAllProgrammes() {
        int sum = 0;
        for (Programme each : pack.programmes()) {
            sum += Assessor.outcome(each, person, asOf).ordinal();
        }
        return sum;
    }

    @Benchmark
    public Object kieFeel() {
        return feel.evaluate(feelRule, feelInput);
    }

    @Benchmark
    public Object cel() throws Exception {
        return celRule.eval(byName);
    }

    @Benchmark
    public Object jsonLogicJava() throws Exception {
        return jsonLogic.apply(jsonRule, byName);
    }
}
