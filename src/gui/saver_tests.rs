//! The thread saves soon, and never over what somebody else has written.
