import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/**
 * The same questions asked of raw Lucene on the product's own index, and of PostgreSQL's text search on the product's own table, in this
 * process and by one thread: no HTTP, no reasons, no understanding, just the twenty best and how many there are.
 * {@code Rivals HOME LUCENE_FOLDER} prints a line each: who, kind, p50, p95 in milliseconds.
 */
public final class Rivals {
    private static final String[] COMMON = {"apoio", "documentos", "migrantes", "servico", "informacao", "trabalho", "social", "saude"};
    private static final String[][] TWO = {{"aulas", "portugues"}, {"apoio", "juridico"}, {"contrato", "trabalho"}, {"cartao", "residencia"}};
    private static final String[] TYPOS = {"documetos", "residencai", "juridco", "trablho", "refugiadso"};
    private static final double[][] TOWNS = {{38.722, -9.139}, {41.150, -8.611}, {40.203, -8.410}, {38.015, -7.863}, {37.017, -7.931}};
    private static final String[] FIELDS = {"names", "others", "texts", "placeNames"};
    private static final int BEST = 20;

    private interface Question {
        void ask(int n) throws Exception;
    }

    private Rivals() {}

    public static void main(String[] arguments) throws Exception {
        try (var directory = FSDirectory.open(Path.of(arguments[1])); var reader = DirectoryReader.open(directory)) {
            var searcher = new IndexSearcher(reader);
            measure("Lucene", "common-word", n -> lucene(searcher, word(COMMON[n % COMMON.length])));
            measure("Lucene", "two-words", n -> {
                var both = new BooleanQuery.Builder();
                for (String word : TWO[n % TWO.length]) {
                    both.add(word(word), Occur.MUST);
                }
                lucene(searcher, both.build());
            });
            measure("Lucene", "typo", n -> {
                var any = new BooleanQuery.Builder();
                for (String field : FIELDS) {
                    any.add(new FuzzyQuery(new Term(field, TYPOS[n % TYPOS.length]), 2, 1), Occur.SHOULD);
                }
                lucene(searcher, any.build());
            });
            measure("Lucene", "need-near", n -> {
                double[] town = TOWNS[n % TOWNS.length];
                var query = new BooleanQuery.Builder()
                        .add(new TermQuery(new Term("needs", "health")), Occur.FILTER)
                        .add(LatLonPoint.newDistanceQuery("points", town[0], town[1], 20_000), Occur.FILTER)
                        .build();
                searcher.count(query);
                searcher.search(query, BEST, new Sort(LatLonDocValuesField.newDistanceSort("points", town[0], town[1])));
            });
            measure("Lucene", "suggestions", n -> {
                var any = new BooleanQuery.Builder();
                for (String field : new String[] {"names", "others"}) {
                    any.add(new PrefixQuery(new Term(field, COMMON[n % COMMON.length].substring(0, 3))), Occur.SHOULD);
                }
                lucene(searcher, any.build());
            });
        }
        var home = Path.of(arguments[0]);
        var port = Files.readAllLines(home.resolve("database/data/postmaster.pid")).get(3).strip();
        var password = Files.readString(home.resolve("password"));
        try (var database =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/balcao", "balcao", password)) {
            measure("PostgreSQL", "common-word", n -> postgres(database, COMMON[n % COMMON.length]));
            measure("PostgreSQL", "two-words", n -> postgres(database, String.join(" & ", TWO[n % TWO.length])));
        }
    }

    private static Query word(String word) {
        var any = new BooleanQuery.Builder();
        for (String field : FIELDS) {
            any.add(new TermQuery(new Term(field, word)), Occur.SHOULD);
        }
        return any.build();
    }

    private static void lucene(IndexSearcher searcher, Query query) throws Exception {
        searcher.count(query);
        searcher.search(query, BEST);
    }

    private static void postgres(Connection database, String words) throws Exception {
        for (String sql : List.of(
                "select service_id from directory.service_search where document @@ to_tsquery('simple', ?)"
                        + " order by ts_rank(document, to_tsquery('simple', ?)) desc, service_id limit " + BEST,
                "select count(*) from directory.service_search where document @@ to_tsquery('simple', ?)")) {
            try (var query = database.prepareStatement(sql)) {
                for (int i = 1; i <= query.getParameterMetaData().getParameterCount(); i++) {
                    query.setString(i, words);
                }
                var rows = query.executeQuery();
                while (rows.next()) {
                    rows.getObject(1);
                }
            }
        }
    }

    private static void measure(String who, String kind, Question question) throws Exception {
        run(question, 2);
        double[] took = run(question, 3);
        System.out.printf("%s %s %.2f %.2f%n", who, kind, took[took.length / 2], took[(int) (took.length * 0.95)]);
    }

    private static double[] run(Question question, int seconds) throws Exception {
        List<Double> took = new ArrayList<>();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (int n = 0; System.nanoTime() < end; n++) {
            long began = System.nanoTime();
            question.ask(n);
            took.add((System.nanoTime() - began) / 1e6);
        }
        return took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
