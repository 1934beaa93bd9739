#pragma once

namespace desk::server {

// What becomes of a person's word on a call that waits for it.
enum class ApprovalReply {
    Taken,
    NotWaiting,      // the run asks nothing
    OtherCall,       // it asks about another call, or the same with other arguments
    AlreadyAnswered, // one word is enough
    Expired,         // it came too late: the call counts as refused
    ToolChanged,     // the tool is no longer what the person was shown
    Elsewhere,       // another process works on the run
};

} // namespace desk::server
