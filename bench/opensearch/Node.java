import org.codelibs.opensearch.runner.OpenSearchRunner;

/** An OpenSearch of one node: its folder and its HTTP port on this machine are the arguments. */
public class Node {

    public static void main(String[] arguments) throws Exception {
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.setMaxHttpPort(65_535);
        runner.onBuild((number, settings) -> settings.put("discovery.type", "single-node"))
                .build(OpenSearchRunner.newConfigs()
                        .basePath(arguments[0])
                        .baseHttpPort(Integer.parseInt(arguments[1]) - 1) // the first node gets the next one
                        .numOfNode(1)
                        .clusterName("balcao"));
        Thread.currentThread().join();
    }
}
