import dev.trivet.artifact.*;
import dev.trivet.exec.*;
import dev.trivet.failover.*;
import dev.trivet.plan.*;
import dev.trivet.rack.*;
import dev.trivet.render.*;
import dev.trivet.spec.*;
import java.nio.file.*;
